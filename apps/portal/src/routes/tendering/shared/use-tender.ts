import { useQueryClient } from '@tanstack/react-query';
import { TenderMovedDocument } from '../../../graphql/generated/graphql';
import { useLive } from '../../../graphql/live';

export const tenderKey = (id: string): readonly [string, string] => ['tender', id];

/** Reads a tender again whenever it moved. Gives whether the connection delivers, and how a page says that something was done here. */
export function useTenderMoves(id: string): { live: boolean; moved: () => Promise<void> } {
  const queries = useQueryClient();
  const moved = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: tenderKey(id) });
    void queries.invalidateQueries({ queryKey: ['tenders'] });
    void queries.invalidateQueries({ queryKey: ['needs'] });
  };
  const live = useLive(TenderMovedDocument, { tenderIds: [id] }, { told: () => void moved(), missed: () => void moved() });
  return { live, moved };
}
