import { tell } from '../../../shared/operation/tell';
import type { OperationContext } from '../../../shared/operation/operation';
import type { Written } from '../../../shared/docs/writeBlocks';

/** What every operation says that writes into a document. */
export const WRITTEN = { document_id: 'string', blocks: 'number', 'missing?': ['string'] } as const;

/** What was written, as an item; what is missing in it is told beside the output as well. */
export function writtenItem(
	{ context }: Pick<OperationContext, 'context'>,
	document_id: string,
	{ blocks, missing }: Written,
) {
	if (missing.length > 0) tell(context, missing, 'warning');
	return { document_id, blocks, ...(missing.length > 0 && { missing }) };
}
