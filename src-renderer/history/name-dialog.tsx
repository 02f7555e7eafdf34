/** Gives a version a name and a note; without a revision, the draft as it is becomes one. */
import { useState } from 'react';
import { Button, Form, Input, Label, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Revision } from '#shared/contract/history.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import type { DraftSession } from '#renderer/editor/saving/draft-session.ts';
import { DialogFrame } from '#renderer/workspace/dialog-frame.tsx';
import { useNotices } from '#renderer/workspace/notices.tsx';

interface NameDialogProps {
  readonly session: DraftSession;
  readonly revision: Revision | null;
  readonly onClose: () => void;
}

export function NameDialog({ session, revision, onClose }: NameDialogProps) {
  const { t } = useTranslation('history');
  const client = useClient();
  const { attempt } = useNotices();
  const [name, setName] = useState(revision?.name ?? '');
  const [note, setNote] = useState(revision?.note ?? '');
  const canSave = revision !== null || name.trim() !== '';

  async function save(): Promise<void> {
    if (!canSave) return;
    const isDone = await attempt(async () => {
      if (revision) return client.history.rename({ revisionId: revision.id, name: name.trim(), note });
      await session.flush();
      return client.history.name({ postId: session.postId, name: name.trim(), note });
    });
    if (isDone) onClose();
  }
  return (
    <DialogFrame title={t('name.title')} onClose={onClose} isSmall>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField className="field" value={name} onChange={setName} autoFocus maxLength={200}>
          <Label>{t('name.label')}</Label>
          <Input />
        </TextField>
        <TextField className="field" value={note} onChange={setNote} maxLength={5_000}>
          <Label>{t('name.note')}</Label>
          <TextArea rows={3} />
        </TextField>
        <div className="dialog-actions">
          <Button className="button" slot="close">
            {t('name.cancel')}
          </Button>
          <Button className="button button-primary" type="submit" isDisabled={!canSave}>
            {t('name.save')}
          </Button>
        </div>
      </Form>
    </DialogFrame>
  );
}
