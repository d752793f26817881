/** The clocks of Europe, as computers name them. */
export function timeZones(): string[] {
  return Intl.supportedValuesOf("timeZone").filter((zone) => zone.startsWith("Europe/"));
}
