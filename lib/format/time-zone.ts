export type TimeZoneOption = { value: string; label: string; description: string; group: string }

/** The zone's offset at an instant: "UTC+02:00". `at` is epoch milliseconds. */
export function formatOffset(timeZone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')
  const offset = parts?.value.replace('GMT', 'UTC') ?? 'UTC'
  return offset === 'UTC' ? 'UTC+00:00' : offset
}

/** Every zone of the runtime, UTC first, grouped by continent. `at` is epoch milliseconds. */
export function listTimeZones(at: number): TimeZoneOption[] {
  const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')
  return ['UTC', ...zones].map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
    description: formatOffset(zone, at),
    group: zone.includes('/') ? (zone.split('/')[0] ?? 'Other') : 'Universal',
  }))
}
