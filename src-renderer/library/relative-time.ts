/** When something happened, as people say it: today by the clock, this week by the day, else by the date. */
const dayMs = 24 * 60 * 60_000;

export function relativeTime(iso: string, locale: string, now = new Date()): string {
  const moment = new Date(iso);
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, options).format(moment);
  if (moment.toDateString() === now.toDateString()) return format({ hour: '2-digit', minute: '2-digit' });
  if (now.getTime() - moment.getTime() < 6 * dayMs && moment < now) return format({ weekday: 'long' });
  if (moment.getFullYear() === now.getFullYear()) return format({ day: 'numeric', month: 'short' });
  return format({ day: 'numeric', month: 'short', year: 'numeric' });
}
