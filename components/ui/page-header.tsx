import type { ReactNode } from 'react';

interface PageHeaderProps {
  title: string;
  /** The slug, in the mono face beside the title. */
  slug?: string;
  /** Badges and facts in one line under the title. */
  meta?: ReactNode;
  /** One sentence on what the page is for. */
  description?: ReactNode;
  /** Buttons, the primary one last. */
  actions?: ReactNode;
  /** Tabs. */
  children?: ReactNode;
}

export function PageHeader({ title, slug, meta, description, actions, children }: PageHeaderProps) {
  return (
    <header className="border-b border-line px-4 pt-4 sm:px-6">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3 pb-3">
        <div className="min-w-0 flex-1 basis-72">
          <div className="flex flex-wrap items-baseline gap-x-2.5">
            <h1 className="text-20 tracking-[-0.012em]">{title}</h1>
            {slug && <code className="font-mono text-13 text-muted">{slug}</code>}
          </div>
          {description && <p className="mt-0.5 max-w-3xl text-13 text-muted">{description}</p>}
          {meta && <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-13">{meta}</div>}
        </div>
        {actions && <div className="no-print flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children}
    </header>
  );
}

/** The padded part under a page's header. */
export function PageBody({ children }: { children: ReactNode }) {
  return <div className="space-y-7 px-4 py-5 sm:px-6">{children}</div>;
}
