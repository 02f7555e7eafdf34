/** Asks for a link's address; Ctrl-K with words selected opens it. */
import { TOGGLE_LINK_COMMAND } from '@lexical/link';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useState } from 'react';
import { Button, FieldError, Form, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '#renderer/workspace/dialog-frame.tsx';
import { safeUrl } from '#shared/document/safe-url.ts';

interface LinkDialogProps {
  /** The link's present address; empty for a new one. */
  readonly address: string;
  readonly onClose: () => void;
}

export function LinkDialog({ address, onClose }: LinkDialogProps) {
  const { t } = useTranslation('editor');
  const [editor] = useLexicalComposerContext();
  const [value, setValue] = useState(address);
  const url = complete(value);

  const close = () => {
    onClose();
    editor.focus();
  };
  const link = (to: string | null) => {
    editor.dispatchCommand(TOGGLE_LINK_COMMAND, to);
    close();
  };
  return (
    <DialogFrame title={t('link.title')} onClose={close} isSmall>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          if (url !== null) link(url);
        }}
      >
        <TextField
          className="field"
          value={value}
          onChange={setValue}
          isInvalid={value !== '' && url === null}
          autoFocus
          type="text"
          inputMode="url"
        >
          <Label>{t('link.address')}</Label>
          <Input placeholder="https://" />
          <FieldError>{t('link.invalid')}</FieldError>
        </TextField>
        <div className="dialog-actions">
          {address !== '' && (
            <Button className="button" onPress={() => link(null)}>
              {t('link.remove')}
            </Button>
          )}
          <span className="grow" />
          <Button className="button" slot="close">
            {t('link.cancel')}
          </Button>
          <Button className="button button-primary" type="submit" isDisabled={url === null}>
            {t('link.save')}
          </Button>
        </div>
      </Form>
    </DialogFrame>
  );
}

/** `example.org` is meant as https; null for what cannot be a link. */
function complete(value: string): string | null {
  const typed = value.trim();
  if (typed === '') return null;
  const isBare = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#:].*)?$/u.test(typed);
  return safeUrl(isBare ? `https://${typed}` : typed);
}
