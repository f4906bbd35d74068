/** The chapters, beside the text on wide screens and above it on narrow ones. */
export function HelpContents({ chapters }: { chapters: readonly { id: string; title: string }[] }) {
  return (
    <nav aria-label="Chapters" className="lg:sticky lg:top-20 lg:self-start">
      <ul className="flex flex-wrap gap-x-4 gap-y-1 lg:grid lg:gap-y-0.5">
        {chapters.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="block py-1 text-ink-2 hover:text-ink hover:underline hover:underline-offset-2"
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
