import type { ReactNode } from 'react'
import { ProductMark } from './product-mark'

/** The frame of pages before sign-in: one narrow column. */
export function AuthFrame({
  title,
  text,
  children,
}: {
  title: string
  text?: ReactNode
  children: ReactNode
}) {
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-12">
      <div className="grid w-full max-w-sm gap-6">
        <div className="grid gap-4">
          <ProductMark className="size-9" />
          <div className="grid gap-1">
            <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
            {text && <p className="text-ink-2">{text}</p>}
          </div>
        </div>
        <div className="rounded-xl border border-line bg-surface p-5 shadow-control sm:p-6">
          {children}
        </div>
      </div>
    </main>
  )
}
