/** Runs of operations on a sheet, for tests of what comes of them. */
import type { INodeParameters, IDataObject } from 'n8n-workflow';

import type { ItemSpec, Platform } from '.';
import type { OwnSheet } from './sheetPlace';

/** @throws what the run ended with */
export async function runOn(
	platform: Platform,
	{ where }: Pick<OwnSheet, 'where'>,
	key: `${string}:${string}`,
	parameters: INodeParameters = {},
	items?: readonly ItemSpec[],
): Promise<IDataObject[]> {
	const [resource = '', operation = ''] = key.split(':');
	const run = await platform.run({ parameters: { resource, operation, ...where, ...parameters }, items });
	if (run.error) throw run.error;
	return run.items.map(({ json }) => json);
}

/** The words of the error that a run ends with. */
export async function refusalOn(...asked: Parameters<typeof runOn>): Promise<string> {
	return await runOn(...asked).then(
		() => 'nothing was refused',
		(error: Error & { description?: string }) => `${error.message} ${error.description ?? ''}`,
	);
}

/** What the platform answers in place of doing what was asked: that all went well. */
export const answered = (data: object) =>
	({
		type: 'raw',
		http: 200,
		contentType: 'application/json',
		body: JSON.stringify({ code: 0, msg: 'success', data }),
	}) as const;
