/** The frame every dialog of the window has: a title, closed by Escape or by a press beside it. */
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface DialogFrameProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly isSmall?: boolean;
  /** False while it is busy with something that must not be left. */
  readonly isDismissable?: boolean;
  readonly children: ReactNode;
}

export function DialogFrame({
  title,
  onClose,
  isSmall = false,
  isDismissable = true,
  children,
}: DialogFrameProps) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable={isDismissable}
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={`modal ${isSmall ? 'modal-small' : ''}`}>
        <Dialog className="dialog">
          <Heading slot="title">{title}</Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
