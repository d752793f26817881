"use server";
import { action } from "#lib/action/action.ts";
import { change } from "./changing.ts";
import { adopt, begin } from "./forming.ts";
import { end, name } from "./people.ts";
import { AdoptedIdea, BegunProject, ChangedProject, ClosingStep, EndedRole, NamedPerson, PlainStep, ReasonedStep } from "./project.ts";
import { take } from "./stepping.ts";

export const adoptIdea = action("adopt idea", {
  input: AdoptedIdea, subject: "project",
  do: ({ db, actor, input, language }) => adopt(db, actor, input, language),
  goTo: ({ id }) => `/projects/${id}`,
});

export const beginProject = action("begin project", {
  input: BegunProject, subject: "project",
  do: ({ db, actor, input, language }) => begin(db, actor, input, language),
  goTo: ({ id }) => `/projects/${id}`,
});

export const changeProject = action("change project", {
  input: ChangedProject, subject: "project",
  do: ({ db, actor, input, language }) => change(db, actor, input, language),
  goTo: ({ id }) => `/projects/${id}`,
});

export const namePerson = action("name person", {
  input: NamedPerson, subject: "project person",
  do: ({ db, actor, input }) => name(db, actor, input),
});

export const endRole = action("end role", {
  input: EndedRole, subject: "project person",
  do: ({ db, actor, input }) => end(db, actor, input.person),
});

export const startProject = action("start project", {
  input: PlainStep, subject: "project",
  do: ({ db, actor, input, language }) => take(db, actor, "started", input, language),
  goTo: ({ id }) => `/projects/${id}`,
});

export const pauseProject = action("pause project", {
  input: ReasonedStep, subject: "project",
  do: ({ db, actor, input, language }) => take(db, actor, "paused", input, language),
  goTo: ({ id }) => `/projects/${id}`,
});

export const resumeProject = action("resume project", {
  input: PlainStep, subject: "project",
  do: ({ db, actor, input, language }) => take(db, actor, "resumed", input, language),
  goTo: ({ id }) => `/projects/${id}`,
});

export const closeProject = action("close project", {
  input: ClosingStep, subject: "project",
  do: ({ db, actor, input: { id, project, ...closing }, language }) => take(db, actor, "closed", { id, project, closing }, language),
  goTo: ({ id }) => `/projects/${id}`,
});

export const stopProject = action("stop project", {
  input: ReasonedStep, subject: "project",
  do: ({ db, actor, input, language }) => take(db, actor, "stopped", input, language),
  goTo: ({ id }) => `/projects/${id}`,
});

export const reopenProject = action("reopen project", {
  input: ReasonedStep, subject: "project",
  do: ({ db, actor, input, language }) => take(db, actor, "reopened", input, language),
  goTo: ({ id }) => `/projects/${id}`,
});
