import type { DocumentType } from '../../../feishu/drive/documentAddress';
import { InputError } from '../../../feishu/input';
import type { Asking } from '../client/asking';
import { A } from '../drive/anyDocument';
import { wikiNodes } from './wikiNodes';

/** What a page of a wiki is wanted for. */
export interface WantedContent {
	/** Of the content, in the words of the wiki's endpoints. */
	type: 'bitable' | 'docx' | 'sheet';
	/** What people call it, as in "a page of a wiki that is no base". */
	what: string;
}

/**
 * The token of what lies behind a wiki's page.
 * @param label what complaints call the field
 * @throws InputError when the page holds something else; CallError
 */
export async function contentOf(
	{ feishu, context, errorContext }: Asking,
	label: string,
	wikiNode: string,
	{ type, what }: WantedContent,
): Promise<string> {
	const node = await wikiNodes(context, feishu, errorContext)(wikiNode);
	if (node.obj_type === type) return node.obj_token;
	throw new InputError(
		label,
		`The field '${label}' holds a page of a wiki that is no ${what}`,
		`In it lies ${A[node.obj_type as DocumentType] ?? 'nothing that is known'}. Open the ${what} in the wiki and copy the address from there`,
	);
}
