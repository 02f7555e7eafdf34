/** When the post is to go live, in this computer's time. */
import { useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { DialogFrame } from '#renderer/workspace/dialog-frame.tsx';
import { useTranslation } from 'react-i18next';

interface ScheduleDialogProps {
  /** The time it is scheduled for now, UTC; null when it is not. */
  readonly at: string | null;
  readonly onClose: () => void;
  /** Given UTC ISO; answers whether it is in the queue. */
  readonly onSchedule: (at: string) => Promise<boolean>;
}

const oneDayMs = 24 * 60 * 60_000;

export function ScheduleDialog({ at, onClose, onSchedule }: ScheduleDialogProps) {
  const { t } = useTranslation('publishing');
  const [now] = useState(() => new Date());
  const [value, setValue] = useState(() => toLocalField(at ? new Date(at) : tomorrowAtNine(now)));
  const chosen = new Date(value);
  const isValid = !Number.isNaN(chosen.getTime()) && chosen > now;
  return (
    <DialogFrame title={t('scheduleDialog.title')} onClose={onClose} isSmall>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          if (isValid) void onSchedule(chosen.toISOString()).then((isQueued) => isQueued && onClose());
        }}
      >
        <label className="field">
          <span className="label">{t('scheduleDialog.when')}</span>
          <input
            className="input"
            type="datetime-local"
            value={value}
            min={toLocalField(now)}
            required
            onChange={({ target }) => setValue(target.value)}
          />
        </label>
        <p className="soft">
          {t(isValid ? 'scheduleDialog.zone' : 'scheduleDialog.past', {
            zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
          })}
        </p>
        <div className="dialog-actions">
          <Button className="button" slot="close">
            {t('cancel')}
          </Button>
          <Button className="button button-primary" type="submit" isDisabled={!isValid}>
            {t('scheduleDialog.confirm')}
          </Button>
        </div>
      </Form>
    </DialogFrame>
  );
}

function tomorrowAtNine(now: Date): Date {
  const date = new Date(now.getTime() + oneDayMs);
  date.setHours(9, 0, 0, 0);
  return date;
}

/** As `datetime-local` wants it: local time, without seconds. */
function toLocalField(date: Date): string {
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
