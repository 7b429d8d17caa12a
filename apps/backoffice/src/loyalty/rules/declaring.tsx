/** What is done with rules and with tiers alike: declared, changed, ended. */
import type { ReactNode } from 'react';
import { Asked } from '../../parts/asked';
import { RowAction } from '../../parts/row-action';
import { useWords } from '../../words/translate';
import { decide } from './settings';

interface DeclaringProps {
  partnerId: string;
  what: 'earning' | 'tiers';
  isDeclared: boolean;
  /** The form in which they are declared or changed. */
  children: (close: () => void) => ReactNode;
}

export function Declaring({ partnerId, what, isDeclared, children }: DeclaringProps) {
  const words = useWords();
  return (
    <span>
      <Asked label={words(`resources.${what}.${isDeclared ? 'change' : 'declare'}`)}>{children}</Asked>
      {isDeclared && (
        <RowAction
          label={words(`resources.${what}.end`)}
          meaning={words(`resources.${what}.endSure`)}
          done={words(`resources.${what}.ended`)}
          color="error"
          act={() => decide(partnerId, { [what]: null })}
        />
      )}
    </span>
  );
}
