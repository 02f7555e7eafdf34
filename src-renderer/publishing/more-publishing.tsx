/** What else can be done with the post on its blog; only what that blog can do. */
import type { ReactNode } from 'react';
import { CalendarClock, CloudUpload, ExternalLink, FileDown, Undo2 } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { usePublishTarget } from './publish-target.tsx';
import type { PublishHow } from './use-publish.ts';

interface MorePublishingProps {
  readonly icon: ReactNode;
  readonly onSchedule: () => void;
  readonly onPublish: (how: PublishHow) => void;
  readonly onUnpublish: () => void;
}

export function MorePublishing({ icon, onSchedule, onPublish, onUnpublish }: MorePublishingProps) {
  const { t } = useTranslation('publishing');
  const { account, remote } = usePublishTarget();
  if (!account) return null;
  const { capabilities } = account;
  const status = remote?.remoteStatus ?? 'unpublished';
  const isLive = status === 'published';
  const isScheduled = status === 'scheduled';
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={t('more')}>
        {icon}
      </Button>
      <Popover className="menu-popover" placement="bottom end">
        <Menu className="menu" aria-label={t('more')}>
          {capabilities.schedule && !isLive && (
            <MenuItem className="menu-item" onAction={onSchedule}>
              <CalendarClock size={16} aria-hidden /> {t(isScheduled ? 'reschedule' : 'schedule')}
            </MenuItem>
          )}
          {isScheduled && (
            <MenuItem className="menu-item" onAction={() => onPublish('publish-now')}>
              <CloudUpload size={16} aria-hidden /> {t('publishNow')}
            </MenuItem>
          )}
          {capabilities.saveDraft && !isLive && !isScheduled && (
            <MenuItem className="menu-item" onAction={() => onPublish('save-draft')}>
              <FileDown size={16} aria-hidden /> {t('saveDraft')}
            </MenuItem>
          )}
          {capabilities.unpublish && (isLive || isScheduled) && (
            <MenuItem className="menu-item" onAction={onUnpublish}>
              <Undo2 size={16} aria-hidden /> {t('unpublish')}
            </MenuItem>
          )}
          {remote?.openUrl && isLive && (
            <MenuItem className="menu-item" href={remote.openUrl} target="_blank" rel="noreferrer">
              <ExternalLink size={16} aria-hidden /> {t('open')}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
