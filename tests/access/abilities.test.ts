import { describe, expect, test } from "vitest";
import { allAbilities, may, whoMay, type Role } from "#lib/access/abilities.ts";

const only = (role: Role) => allAbilities.filter((ability) => may({ roles: [role] }, ability));
const atTheDoor = [
  "ask letter", "sign in", "begin passkey", "sign in by passkey", "sign in outside", "accept place", "end session", "sign out", "ask proof", "prove by letter",
  "prove by passkey", "prepare passkey", "add passkey", "remove passkey", "connect outside", "disconnect outside", "come in",
];

describe("who may do what", () => {
  test("a visitor and a participant may see what is public, say an idea, and follow it; nothing else", () => {
    const everybody = ["see network", "use code", "keep draft", "propose idea", "open ticket", "see ticket", "finish and clear", "see own page", ...atTheDoor];
    expect(only("visitor")).toEqual(everybody);
    expect(only("participant")).toEqual(everybody);
  });

  test("people's words are read by the staff who answer them, and by no leader or administrator", () => {
    for (const ability of ["read idea", "answer idea", "defer idea", "read project", "log activity"] as const) expect(whoMay(ability)).toEqual(["staff"]);
  });

  test("the roles of a programme open what is the programme's, and nothing of a provider", () => {
    const inside = ["see programme", "save comparison", "forget comparison"];
    for (const role of ["partner", "editor"] as const) expect(only(role)).toEqual([...inside, ...atTheDoor]);
    expect(only("manager")).toEqual([...inside, "invite provider", "invite partner", "suspend partner", "restore partner", ...atTheDoor]);
  });

  test("one role that may is enough, and none may nothing", () => {
    expect(may({ roles: ["leader", "staff"] }, "read idea")).toBe(true);
    expect(may({ roles: [] }, "see network")).toBe(false);
  });

  test("every ability is somebody's", () => {
    for (const ability of allAbilities) expect(whoMay(ability).length, ability).toBeGreaterThan(0);
  });
});
