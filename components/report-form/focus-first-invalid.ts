/** Puts the focus on the first field that is marked as wrong, in the order of the page. */
export function focusFirstInvalid(form: HTMLElement | null): void {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"]')
  const control = wrong?.matches('input, select') ? wrong : wrong?.querySelector('input')
  control?.focus()
}
