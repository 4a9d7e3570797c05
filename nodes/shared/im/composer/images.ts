import { InputError } from '../../../../feishu/input';
import { imagesOf, withImageKeys } from '../../../../feishu/markdown';
import { isImageKey } from '../../../../feishu/markdown/imageKeys';
import type { InputFile } from '../../client/binary';
import type { Panel } from '../../operation/panel';
import { uploadImage } from '../upload';
import { fetchImage } from '../webImage';
import type { Tools } from './tools';

const INPUT = /^(?:binary|attachment):\s*(.+)$/;

/** The name of the input's field in `binary:name`, which stands for one of the item's files. */
const inputFieldOf = (address: string): string | undefined => INPUT.exec(address.trim())?.[1]?.trim();

/** Where an address of an image was filled in. */
export interface Origin {
	/** What complaints call the field. */
	label: string;
	/** The item's file of a name. @throws InputError when there is none */
	file(name: string): Promise<InputFile>;
}

export function originOf(panel: Panel, label: string): Origin {
	return {
		label,
		async file(name) {
			const known = panel.fileNames();
			if (known.includes(name)) return await panel.file(name, label);
			throw new InputError(
				label,
				`The item has no file in '${name}'`,
				known.length > 0
					? `It has files in: ${known.join(', ')}. Write binary:${known[0]} for the first of them`
					: 'Connect a node that gives a file, and write the name of its output field behind binary:',
			);
		},
	};
}

/**
 * The key of an image at an address: of the web, of the item (`binary:data`), or already a key.
 * @returns undefined when the web has no such image
 * @throws InputError when the item has no such file
 */
export async function imageKeyOf(
	{ feishu, context }: Tools,
	address: string,
	{ label, file }: Origin,
): Promise<string | undefined> {
	if (isImageKey(address)) return address;
	if (!feishu)
		throw new InputError(
			label,
			`The image '${address.slice(0, 60)}' can't be sent by a custom bot`,
			'A custom bot uploads nothing: use the key of an image that an app has uploaded (img_…), or a link',
		);
	const inputField = inputFieldOf(address);
	if (inputField !== undefined) return await uploadImage(feishu, await file(inputField), label);
	if (!/^https?:\/\//i.test(address)) return undefined;
	const found = await fetchImage(context, address, feishu.options.privateAddresses);
	return found && (await uploadImage(feishu, found, label));
}

/** The Markdown with its images uploaded; one that the web does not have becomes a link. */
export async function uploadImagesIn(tools: Tools, markdown: string, origin: Origin): Promise<string> {
	const [uploaded = markdown] = await uploadImagesInAll(tools, [markdown], origin);
	return uploaded;
}

/** The same of several texts: an image that stands in more than one is uploaded once. */
export async function uploadImagesInAll(tools: Tools, texts: readonly string[], origin: Origin): Promise<string[]> {
	const addresses = [...new Set(texts.flatMap(imagesOf).map(({ url }) => url))];
	const keys = new Map(
		await Promise.all(addresses.map(async (url) => [url, await imageKeyOf(tools, url, origin)] as const)),
	);
	return texts.map((text) => withImageKeys(text, keys));
}
