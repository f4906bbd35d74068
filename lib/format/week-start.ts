type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6
type WeekLocale = Intl.Locale & { getWeekInfo?: () => { firstDay: number } }

/** The day that weeks begin with where this locale is spoken, 0 for Sunday; Monday where the runtime doesn't know. */
export function weekStartOf(locale: string): Weekday {
  const { getWeekInfo } = Intl.Locale.prototype as WeekLocale
  if (!getWeekInfo) return 1
  const likely = new Intl.Locale(locale).maximize()
  return (getWeekInfo.call(likely).firstDay % 7) as Weekday
}
