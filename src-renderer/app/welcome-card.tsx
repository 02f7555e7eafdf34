/** The first run's one question. It stands beside the welcome post and keeps nobody from writing. */
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/contract/settings.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import { useDraft } from '#renderer/editor/draft-provider.tsx';
import { useNotices } from '#renderer/workspace/notices.tsx';
import styles from './welcome-card.module.css';

const languages: readonly (readonly [Language, string])[] = [
  ['en', 'English'],
  ['pl', 'Polski'],
];

export function WelcomeCard() {
  const { t, i18n } = useTranslation();
  const client = useClient();
  const session = useDraft();
  const { attempt } = useNotices();

  const choose = (language: Language) =>
    void attempt(async () => {
      await session?.flush();
      await client.settings.update({ language });
      const { postId } = await client.app.welcome({ language });
      if (session && postId === session.postId) await session.takeOver();
    });
  return (
    <section className={styles['card']} aria-label={t('welcome.title')}>
      <h2>{t('welcome.title')}</h2>
      <p>{t('welcome.choose')}</p>
      <div className={styles['row']}>
        {languages.map(([language, name]) => (
          <Button
            key={language}
            lang={language}
            className={`button ${i18n.language === language ? styles['current'] : ''}`}
            onPress={() => choose(language)}
          >
            {name}
          </Button>
        ))}
      </div>
    </section>
  );
}
