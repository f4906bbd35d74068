'use client'

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { type Toast, ToastCard } from './toast-card'

const ToastContext = createContext<(toast: Toast) => void>(() => {})

/** Says shortly what an action did. What a person must act on belongs on the page, not here. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext)
}

/** Shows up to three toasts. They stand in a live region that is there before them, so that they are read out. */
export function Toaster({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<(Toast & { id: number })[]>([])
  const count = useRef(0)
  const region = useRef<HTMLElement>(null)
  const newest = toasts.at(-1)?.id
  const show = useCallback((toast: Toast) => {
    count.current += 1
    const id = count.current
    setToasts((shown) => [...shown.slice(-2), { ...toast, id }])
  }, [])
  // Shown anew with each toast: it then stands above a dialog that was opened since.
  useLayoutEffect(() => {
    if (newest === undefined) return
    region.current?.hidePopover()
    region.current?.showPopover()
  }, [newest])

  return (
    <ToastContext value={show}>
      {children}
      <section
        ref={region}
        popover="manual"
        aria-label="Notifications"
        aria-live="polite"
        // Never hidden, only lifted: what is read out must be there before.
        className="fixed inset-auto right-4 bottom-4 z-50 grid w-[min(22rem,calc(100vw-2rem))] gap-2 overflow-visible bg-transparent text-ink max-sm:bottom-20"
      >
        {toasts.map(({ id, ...toast }) => (
          <ToastCard
            key={id}
            {...toast}
            onClose={() => setToasts((shown) => shown.filter((other) => other.id !== id))}
          />
        ))}
      </section>
    </ToastContext>
  )
}
