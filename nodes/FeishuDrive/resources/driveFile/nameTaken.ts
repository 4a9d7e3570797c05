import { text } from '../../../../feishu/json';
import type { FeishuClient } from '../../../shared/client/client';
import { cancelSignalOf } from '../../../shared/client/context';
import { toNodeError } from '../../../shared/client/errors';
import { throwIfCancelled } from '../../../shared/client/httpAnswer';
import { perChanger } from '../../../shared/client/pacing';
import { filesIn } from '../../../shared/drive/filesIn';
import { choiceField } from '../../../shared/fields/plain';
import type { OperationContext } from '../../../shared/operation/operation';
import { tell } from '../../../shared/operation/tell';

export const DELETE_FILE = 'DELETE /open-apis/drive/v1/files/:file_token';

/** The platform puts files of one name beside each other, so names are looked for in the folder's list. */
export const ifTakenField = choiceField({
	displayName: 'If the Name Is Taken',
	name: 'ifTaken',
	options: [
		{ name: 'Keep Both', value: 'keep', description: 'Two files of one name: so Feishu itself does it' },
		{
			name: 'Replace',
			value: 'replace',
			description: 'A new version of the file; where the organization has no versions, the old file is deleted',
		},
		{ name: 'Skip', value: 'skip', description: 'Upload nothing, and give the file that is there' },
	],
	default: 'keep',
	description: 'What to do when the folder has a file of this name',
});

export type IfTaken = 'keep' | 'replace' | 'skip';

/** The file of this name in a folder, of several the one that was edited last. @param folder empty for the own space */
export async function fileCalled(
	feishu: FeishuClient,
	folder: string,
	name: string,
): Promise<{ token: string; url?: string } | undefined> {
	for await (const file of filesIn(feishu, folder || undefined))
		if (file.type === 'file' && file.name === name) return { token: text(file.token), url: text(file.url) };
	return undefined;
}

/**
 * Deletes the file whose place another one has taken. Where that is refused, both are there and the item says so: who
 * ran the step again for an error would upload a third one.
 * @returns for the output: `deleted`, or `kept`
 */
export async function takeAway(
	{ feishu, context }: Pick<OperationContext, 'feishu' | 'context'>,
	token: string,
): Promise<'deleted' | 'kept'> {
	const request = {
		path: { file_token: token },
		query: { type: 'file' },
		paces: [perChanger(await feishu.sender())],
	};
	return await feishu.call(DELETE_FILE, request).then(
		() => 'deleted' as const,
		(error: unknown) => {
			throwIfCancelled(error, cancelSignalOf(context));
			const { message } = toNodeError(context.getNode(), error);
			tell(context, [`Uploaded, but the older file is still there: ${message}`], 'warning');
			return 'kept' as const;
		},
	);
}
