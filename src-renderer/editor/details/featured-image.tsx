/** The post's picture on lists and shares: picked or dropped, with what it shows in words. */
import { ImagePlus } from 'lucide-react';
import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { CodedError } from '#shared/contract/errors.ts';
import { mediaUrl } from '#shared/contract/media-address.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import { importPicture } from '../features/import-picture.ts';
import { pickFiles } from '../features/insert-images.ts';
import styles from './post-details.module.css';

interface FeaturedImageProps {
  readonly value: PostDocument['featuredImage'];
  readonly isDisabled: boolean;
  readonly onChange: (value: PostDocument['featuredImage']) => void;
}

export function FeaturedImage({ value, isDisabled, onChange }: FeaturedImageProps) {
  const { t } = useTranslation(['editor', 'errors']);
  const client = useClient();
  const [isOver, setOver] = useState(false);
  const [problem, setProblem] = useState('');

  const take = (files: readonly File[]) => {
    const [file] = files;
    if (!file || isDisabled) return;
    setProblem('');
    importPicture(client, file)
      .then(({ hash }) => onChange({ asset: hash, alt: value?.alt ?? '' }))
      .catch((error: unknown) =>
        setProblem(t(`errors:${error instanceof CodedError ? error.code : 'internal'}`)),
      );
  };
  const pick = () => void pickFiles().then(take);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping is the second way; the button is the first
    <div
      className={`field ${styles['image']}`}
      role="group"
      aria-label={t('details.featuredImage')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take([...event.dataTransfer.files]);
      }}
    >
      <span className="label">{t('details.featuredImage')}</span>
      {value ? (
        <>
          <img src={mediaUrl(value.asset)} alt={value.alt} />
          <TextField
            className="field"
            value={value.alt}
            isDisabled={isDisabled}
            onChange={(alt) => onChange({ ...value, alt })}
          >
            <Label>{t('details.featuredAlt')}</Label>
            <Input placeholder={t('image.altHint')} />
          </TextField>
          <div className={styles['row']}>
            <Button className="button" isDisabled={isDisabled} onPress={pick}>
              {t('details.replace')}
            </Button>
            <Button className="button" isDisabled={isDisabled} onPress={() => onChange(null)}>
              {t('details.remove')}
            </Button>
          </div>
        </>
      ) : (
        <div className={styles['drop']} data-over={isOver}>
          <Button className="button" isDisabled={isDisabled} onPress={pick}>
            <ImagePlus size={16} aria-hidden /> {t('details.choose')}
          </Button>
          <span>{t('details.drop')}</span>
        </div>
      )}
      {problem !== '' && (
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
