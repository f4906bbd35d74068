/** "for ever", "30 days". */
export function KeepDays({ days }: { days: number | null }) {
  if (days === null) return <>for ever</>
  return (
    <span className="whitespace-nowrap tabular-nums">
      {days} {days === 1 ? 'day' : 'days'}
    </span>
  )
}
