/** Work goes on; the control that holds it says which. A plain element: buttons are on pages that must stay light. */
export function Spinner() {
  return (
    <span
      aria-hidden
      className="size-4 shrink-0 animate-spin rounded-full border-2 border-current border-t-transparent"
    />
  )
}
