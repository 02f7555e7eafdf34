/** What belongs to a post beside its text: featured image, terms, excerpt, slug, language. */
import { useDeferredValue } from 'react';
import { Label, Radio, RadioGroup, TextArea, TextField, Input, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Account } from '#shared/contract/accounts.ts';
import { slugify } from '#shared/document/slug.ts';
import { useDraft } from '../draft-provider.tsx';
import type { DraftSession } from '../saving/draft-session.ts';
import { useStore } from '../saving/store.ts';
import { FeaturedImage } from './featured-image.tsx';
import styles from './post-details.module.css';
import { TermField } from './term-field.tsx';

/** `account` is the blog the post goes to: its terms are offered. */
export function PostDetails({ account }: { account: Account | null }) {
  const open = useDraft();
  // After the text, which is what a post is opened for.
  const session = useDeferredValue(open, null);
  return session && session === open ? (
    <Details key={session.postId} session={session} account={account} />
  ) : null;
}

function Details({ session, account }: { session: DraftSession; account: Account | null }) {
  const { t } = useTranslation('editor');
  const fields = useStore(session.fields);
  const isDisabled = useStore(session.readOnly) !== null;
  const has = account?.capabilities;
  return (
    <div className={styles['details']}>
      {has?.featuredImage !== false && (
        <FeaturedImage
          value={fields.featuredImage}
          isDisabled={isDisabled}
          onChange={(featuredImage) => session.updateFields({ featuredImage })}
        />
      )}
      {has?.categories !== false && (
        <TermField
          label={t('details.categories')}
          taxonomy="category"
          accountId={account?.id ?? null}
          value={fields.categories}
          isDisabled={isDisabled}
          onChange={(categories) => session.updateFields({ categories })}
        />
      )}
      {has?.tags !== false && (
        <TermField
          label={t('details.tags')}
          taxonomy="tag"
          accountId={account?.id ?? null}
          value={fields.tags}
          isDisabled={isDisabled}
          onChange={(tags) => session.updateFields({ tags })}
        />
      )}
      <TextField
        className="field"
        value={fields.excerpt}
        isDisabled={isDisabled}
        onChange={(excerpt) => session.updateFields({ excerpt })}
      >
        <Label>{t('details.excerpt')}</Label>
        <TextArea rows={3} lang={fields.language} spellCheck="true" />
        <Text slot="description">{t('details.excerptHint')}</Text>
      </TextField>
      <TextField
        className="field"
        value={fields.slug}
        isDisabled={isDisabled}
        onChange={(slug) => session.updateFields({ slug: slug.slice(0, 200) })}
        onBlur={() => session.updateFields({ slug: slugify(session.fields.get().slug) })}
      >
        <Label>{t('details.slug')}</Label>
        <Input placeholder={slugify(fields.title)} spellCheck="false" />
        <Text slot="description">{t('details.slugHint')}</Text>
      </TextField>
      <RadioGroup
        className="field choice"
        orientation="horizontal"
        value={fields.language}
        isDisabled={isDisabled}
        onChange={(language) => session.updateFields({ language: language === 'pl' ? 'pl' : 'en' })}
      >
        <Label>{t('details.language')}</Label>
        <Radio value="pl">Polski</Radio>
        <Radio value="en">English</Radio>
      </RadioGroup>
    </div>
  );
}
