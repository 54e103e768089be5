import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import styles from './Confirm.module.css';

interface ConfirmProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly text?: string;
  /** The choices; cancelling is always there. */
  readonly children: ReactNode;
}

/** A question above the screen that has to be answered before going on. */
export function Confirm({ open, onClose, title, text, children }: ConfirmProps) {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen={open}
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      isDismissable
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''} role="alertdialog">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {text && <p>{text}</p>}
          <div className={styles.choices}>
            {children}
            <Button kind="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
