import { Text, type TextProps, Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { day, distance, exact, moment, short } from '../../words/format.ts';

export interface MoneyValue {
  readonly amount: string;
  readonly currency: string;
}

/** An amount, shortened to 万 and 亿 (or m and bn) with the exact value on hover and for readers. */
export const Amount = ({
  value,
  full = false,
  ...rest
}: { readonly value: MoneyValue | null | undefined; readonly full?: boolean } & TextProps) => {
  const { i18n } = useTranslation();
  if (!value)
    return (
      <Text span inherit c="dimmed" {...rest}>
        –
      </Text>
    );
  const whole = `${value.currency} ${exact(value.amount)}`;
  const shown = full ? whole : `${value.currency} ${short(value.amount, i18n.language)}`;
  const text = (
    <Text span inherit className="figure" aria-label={whole} {...rest}>
      {shown}
    </Text>
  );
  return shown === whole ? text : <Tooltip label={whole}>{text}</Tooltip>;
};

export const Quantity = ({ value, unit }: { readonly value: string; readonly unit: string }) => (
  <span className="figure">
    {exact(value)} {unit}
  </span>
);

export const Day = ({ date }: { readonly date: string | null | undefined }) => {
  const { i18n } = useTranslation();
  return date ? (
    <time dateTime={date}>{day(date, i18n.language)}</time>
  ) : (
    <Text span inherit c="dimmed">
      –
    </Text>
  );
};

export const Moment = ({ at }: { readonly at: string }) => {
  const { i18n } = useTranslation();
  return <time dateTime={at}>{moment(at, i18n.language)}</time>;
};

const TICK_MS = 30_000;

/** Now, and again every half minute. */
export const useNow = (): number => {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
};

/** How far a moment lies ahead or behind. */
export const Since = ({ at, now }: { readonly at: string; readonly now: number }) => {
  const { i18n } = useTranslation();
  return (
    <time dateTime={at} title={moment(at, i18n.language)}>
      {distance(Date.parse(at) - now, i18n.language)}
    </time>
  );
};

export interface Named {
  readonly nameZh?: string | null;
  readonly nameEn?: string | null;
  readonly legalName: string;
}

export const nameOf = (one: Named, language: string): string => (language.startsWith('zh') ? one.nameZh : one.nameEn) ?? one.legalName;
