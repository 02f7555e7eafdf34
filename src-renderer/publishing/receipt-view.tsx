/** What the live page proved. */
import { useTranslation } from 'react-i18next';
import type { Receipt } from '#shared/contract/publishing.ts';
import styles from './job-card.module.css';

const marks = { same: '✓', different: '≠', 'not-checked': '–' } as const;

export function ReceiptView({ receipt }: { receipt: Receipt }) {
  const { t } = useTranslation('publishing');
  const different = receipt.checks.filter(({ result }) => result === 'different').length;
  return (
    <details className={styles['receipt']} data-good={different === 0}>
      <summary>{different === 0 ? t('receipt.same') : t('receipt.different', { count: different })}</summary>
      <ul>
        {receipt.checks.map(({ what, result, detail }) => (
          <li key={what} data-result={result}>
            <span aria-hidden>{marks[result]}</span> {t(`receipt.what.${what}`)}:{' '}
            {t(`receipt.result.${result}`)}
            {result !== 'same' && detail !== '' && <small>{detail}</small>}
          </li>
        ))}
      </ul>
    </details>
  );
}
