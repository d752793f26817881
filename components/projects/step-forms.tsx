import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import { getLocale, getTranslations } from "next-intl/server";
import { Choice, Radios, TextArea } from "#components/ui/field.tsx";
import { Due, Fold } from "#components/ui/fold.tsx";
import { Form } from "#components/ui/form.tsx";
import { Send } from "#components/ui/send.tsx";
import type { ServerDeed } from "#lib/action/outcome.ts";
import { closeProject, pauseProject, reopenProject, resumeProject, startProject, stopProject } from "#lib/projects/actions.ts";
import { continuations, outcomes } from "#lib/projects/project.ts";
import { nextState, type State, type Taken } from "#lib/projects/steps.ts";

const deeds: Record<Taken, ServerDeed> = { started: startProject, resumed: resumeProject, paused: pauseProject, closed: closeProject, stopped: stopProject, reopened: reopenProject };

/** The steps a project can take now, each with its form. The others' forms stand empty, so that a no finds what was typed in its place. */
export async function StepForms({ provider, project, state }: { provider: string; project: string; state?: State }) {
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("projects"), getTranslations("forms")]);
  const send = (step: Taken, kind?: "quiet") => <Send kind={kind} label={t(`steps.${step}`)} sendingLabel={forms("sending")} />;
  const why = (step: Taken) => <TextArea name="why" rows={2} label={t("why")} hint={t(`whyHints.${step as "paused"}`)} keep required />;
  const contents: Record<Taken, ReactNode> = {
    started: send("started"),
    resumed: send("resumed"),
    paused: <Fold label={t("folds.paused")}>{why("paused")}{send("paused", "quiet")}</Fold>,
    closed: (
      <Fold label={t("folds.closed")}>
        <Radios name="outcome" label={t("outcome")} options={outcomes.map((outcome) => ({ value: outcome, label: t(`outcomes.${outcome}`) }))} required />
        <Choice name="goesOnAs" label={t("goesOnAs")} hint={t("goesOnAsHint")} options={continuations.map((as) => ({ value: as, label: t(`continuations.${as}`) }))} empty={forms("choose")} />
        <TextArea name="told" rows={3} label={t("told")} hint={t("toldHint")} keep required />
        <TextArea name="learned" rows={2} label={t("learned")} hint={t("learnedHint")} keep required />
        {send("closed", "quiet")}
      </Fold>
    ),
    stopped: <Fold label={t("folds.stopped")}>{why("stopped")}{send("stopped", "quiet")}</Fold>,
    reopened: <Fold label={t("folds.reopened")}>{why("reopened")}{send("reopened", "quiet")}</Fold>,
  };
  const due = (step: Taken) => !!state && nextState(state, step) !== null;
  return (
    <div>
      {(Object.keys(deeds) as Taken[]).map((step) => (
        <div key={step} className={due(step) ? "pt-1" : undefined}>
          <Form deed={deeds[step]} hidden={{ provider, language, project, id: randomUUID() }} keep={`${step}-${project}`} problem={forms("problem")} unreachable={forms("unreachable")}>
            <Due now={due(step)}>{contents[step]}</Due>
          </Form>
        </div>
      ))}
    </div>
  );
}
