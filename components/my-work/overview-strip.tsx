'use client';
import { useAnswer } from '#lib/client/use-answer.ts';
import type { RiskDto } from '#lib/domain/risk/dto.ts';
import { RiskFigures } from '../risk/risk-figures.tsx';

/** The organisation in six figures, for those who look after all of it. */
export function OverviewStrip() {
  const { data } = useAnswer<RiskDto>('/risk');
  return data ? <RiskFigures figures={data.figures} /> : null;
}
