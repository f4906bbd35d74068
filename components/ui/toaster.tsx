'use client'

import clsx from 'clsx'
import { CircleCheck, CircleX, Info, X } from 'lucide-react'
import { Toast as Primitive } from 'radix-ui'
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import { buttonClass } from './button-class'
import { type Tone, toneText } from './tone'

export type Toast = {
  tone?: Extract<Tone, 'neutral' | 'positive' | 'negative'>
  title: string
  text?: string
  action?: { label: string; onAction: () => void }
}

const icons = { neutral: Info, positive: CircleCheck, negative: CircleX }

const ToastContext = createContext<(toast: Toast) => void>(() => {})

/** Says shortly what an action did. What a person must act on belongs on the page, not here. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext)
}

export function Toaster({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<(Toast & { id: string })[]>([])
  const show = useCallback((toast: Toast) => {
    setToasts((shown) => [...shown.slice(-2), { ...toast, id: `${Date.now()}-${shown.length}` }])
  }, [])
  const remove = (id: string) => setToasts((shown) => shown.filter((toast) => toast.id !== id))

  return (
    <ToastContext value={show}>
      <Primitive.Provider swipeDirection="right" duration={6000}>
        {children}
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onClose={() => remove(toast.id)} />
        ))}
        <Primitive.Viewport className="fixed right-4 bottom-4 z-50 grid w-[min(22rem,calc(100vw-2rem))] gap-2 max-sm:bottom-20" />
      </Primitive.Provider>
    </ToastContext>
  )
}

function ToastCard({ toast, onClose }: { toast: Toast; onClose: () => void }) {
  const tone = toast.tone ?? 'neutral'
  const Icon = icons[tone]
  return (
    <Primitive.Root
      onOpenChange={(open) => !open && onClose()}
      type={tone === 'negative' ? 'foreground' : 'background'}
      className="pop flex animate-sheet-in items-start gap-2.5 p-3"
    >
      <Icon aria-hidden className={clsx('mt-0.5 size-4 shrink-0', toneText[tone])} />
      <div className="grid flex-1 gap-0.5">
        <Primitive.Title className="font-medium">{toast.title}</Primitive.Title>
        {toast.text && (
          <Primitive.Description className="text-ink-2 text-sm">{toast.text}</Primitive.Description>
        )}
      </div>
      {toast.action && (
        <Primitive.Action
          altText={toast.action.label}
          onClick={toast.action.onAction}
          className={buttonClass('secondary', 'sm')}
        >
          {toast.action.label}
        </Primitive.Action>
      )}
      <Primitive.Close
        aria-label="Dismiss"
        className="grid size-6 place-items-center rounded-md text-ink-2 hover:bg-hover hover:text-ink"
      >
        <X aria-hidden className="size-4" />
      </Primitive.Close>
    </Primitive.Root>
  )
}
