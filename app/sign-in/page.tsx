import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignIn } from '#components/sign-in/sign-in.tsx';
import { safeReturn } from '#lib/client/safe-return.ts';
import { findPageContext } from '#lib/server/page-context.ts';
import { signInChoices } from '#lib/server/identity/sign-in-choices.ts';

export const metadata: Metadata = { title: 'Sign in' };

interface SignInPageProps {
  searchParams: Promise<{ callbackUrl?: string; error?: string }>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl, error } = await searchParams;
  const back = safeReturn(callbackUrl);
  if (await findPageContext()) redirect(back);
  return <SignIn choices={signInChoices()} back={back} hasFailed={error !== undefined} />;
}
