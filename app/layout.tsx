import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { Toasts } from '#components/ui/toasts.tsx';
import { TooltipLayer } from '#components/ui/tooltip-layer.tsx';
import { PREFERENCE_COOKIES, parseTheme } from '#lib/client/preferences.ts';
import { fontVariables } from './fonts.ts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Gatehouse', template: '%s · Gatehouse' },
  description: 'Which APIs run here, who answers for each, and which may ship.',
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { colorScheme: 'light dark', width: 'device-width', initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // The theme is in the first byte of the page, so that nothing flashes and no script has to run for it.
  const theme = parseTheme((await cookies()).get(PREFERENCE_COOKIES.theme)?.value);
  return (
    <html lang="en" data-theme={theme} className={fontVariables}>
      <body className="font-sans">
        {children}
        <TooltipLayer />
        <Toasts />
      </body>
    </html>
  );
}
