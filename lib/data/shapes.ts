/** What an id looks like; anything else is not asked of the database. */
export const uuidShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a name in an address looks like, at most 80 signs. */
export const slugShape = /^(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*$/;
