/** The three panes — library, editor, details — and the quiet line below them. */
import { PanelLeft, PanelRight } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useConnection } from '#renderer/bridge/client-context.tsx';
import { useSettings } from '#renderer/bridge/queries.ts';
import { DraftProvider } from '#renderer/editor/draft-provider.tsx';
import { PostEditor } from '#renderer/editor/post-editor.tsx';
import { CompareView } from '#renderer/history/compare-view.tsx';
import { ComparisonProvider, useComparison } from '#renderer/history/comparison.tsx';
import { NameVersion } from '#renderer/history/name-version.tsx';
import { RecoveredTexts } from '#renderer/history/recovered-texts.tsx';
import { LibraryPane } from '#renderer/library/library-pane.tsx';
import { JobsProvider } from '#renderer/publishing/jobs-provider.tsx';
import { PublishBar } from '#renderer/publishing/publish-bar.tsx';
import { PublishTargetProvider } from '#renderer/publishing/publish-target.tsx';
import { QueueDock } from '#renderer/publishing/queue-dock.tsx';
import { CrashGuard } from './crash.tsx';
import { EmptyEditor } from './empty-editor.tsx';
import styles from './shell.module.css';
import { SidePane } from './side-pane.tsx';
import { StatusLine } from './status-line.tsx';
import { usePane } from './use-pane.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useSideTab } from './use-side-tab.ts';
import { WelcomeCard } from './welcome-card.tsx';
import { useWorkspace } from '#renderer/workspace/workspace.tsx';

export function Shell() {
  const { t } = useTranslation();
  const { postId } = useWorkspace();
  const { language } = useSettings();
  const isLost = useConnection() === 'lost';
  const library = usePane('libraryPane');
  const details = usePane('detailsPane');
  const sideTab = useSideTab(details);
  useShortcuts({ library, details });
  const closeOverlaid = library.isOver ? library.close : null;
  useEffect(() => closeOverlaid?.(), [postId]); // oxlint-disable-line react-hooks/exhaustive-deps -- only when another post opens

  return (
    <JobsProvider>
      <DraftProvider postId={postId}>
        <ComparisonProvider postId={postId}>
          <PublishTargetProvider postId={postId}>
            <div className={styles['shell']}>
              {isLost && (
                <p className={styles['lost']} role="alert">
                  {t('connection.lost')}
                </p>
              )}
              <div className={styles['panes']}>
                {library.isOpen && (
                  <aside
                    className={styles['library']}
                    data-over={library.isOver}
                    aria-label={t('panes.library')}
                    data-pane
                  >
                    <CrashGuard>
                      <LibraryPane />
                    </CrashGuard>
                  </aside>
                )}
                <main className={styles['editor']} aria-label={t('panes.editor')} data-pane>
                  <header className={styles['header']}>
                    <Button
                      className="icon-button"
                      aria-label={t(library.isOpen ? 'panes.hideLibrary' : 'panes.showLibrary')}
                      aria-expanded={library.isOpen}
                      onPress={library.toggle}
                    >
                      <PanelLeft size={18} aria-hidden />
                    </Button>
                    <span className="grow" />
                    {postId && <PublishBar />}
                    {postId && (
                      <Button
                        className="icon-button"
                        aria-label={t(details.isOpen ? 'panes.hideDetails' : 'panes.showDetails')}
                        aria-expanded={details.isOpen}
                        onPress={details.toggle}
                      >
                        <PanelRight size={18} aria-hidden />
                      </Button>
                    )}
                  </header>
                  <CrashGuard resetKeys={[postId]}>{postId ? <Writing /> : <EmptyEditor />}</CrashGuard>
                </main>
                {postId && details.isOpen && (
                  <aside
                    className={styles['details']}
                    data-over={details.isOver}
                    aria-label={t('panes.details')}
                    data-pane
                  >
                    <CrashGuard resetKeys={[postId]}>
                      <SidePane shown={sideTab} />
                    </CrashGuard>
                  </aside>
                )}
              </div>
              <RecoveredTexts />
              <NameVersion />
              {language === null && <WelcomeCard />}
              <StatusLine>
                <QueueDock />
              </StatusLine>
            </div>
          </PublishTargetProvider>
        </ComparisonProvider>
      </DraftProvider>
    </JobsProvider>
  );
}

/** The editor stays as it is, caret and all, while versions are compared in its place. */
function Writing() {
  const { compared } = useComparison();
  return (
    <>
      {compared && <CompareView />}
      <div className={styles['writing']} hidden={compared !== null}>
        <PostEditor />
      </div>
    </>
  );
}
