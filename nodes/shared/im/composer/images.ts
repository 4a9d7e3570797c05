import { InputError } from '../../../../feishu/input';
import { imagesOf, withImageKeys } from '../../../../feishu/markdown';
import { uploadImage } from '../upload';
import { fetchImage } from '../webImage';
import { platformOf, type ComposeContext } from './kind';

const INPUT = /^(?:binary|attachment):\s*(.+)$/;

/** The name of the input's field in `binary:name`, which stands for one of the item's files. */
export const inputFieldOf = (address: string): string | undefined => INPUT.exec(address.trim())?.[1]?.trim();

/**
 * The key of an image at an address: of the web, of the item (`binary:data`), or already a key (`img_…`).
 * @param name the parameter in which the address stands
 * @returns undefined when the web has no such image
 * @throws InputError when the item has no such file
 */
export async function imageKeyOf(context: ComposeContext, address: string, name: string): Promise<string | undefined> {
	if (/^img_/.test(address)) return address;
	const { param } = context;
	const inputField = inputFieldOf(address);
	if (!context.surface.app)
		throw new InputError(
			param.label(name),
			`The image '${address.slice(0, 60)}' can't be sent by a custom bot`,
			'A custom bot uploads nothing: use the key of an image that an app has uploaded (img_…), or a link',
		);
	if (inputField !== undefined) {
		const file = await param.fileNamed(inputField, name);
		return await uploadImage(platformOf(context), file, param.label(name));
	}
	if (!/^https?:\/\//i.test(address)) return undefined;
	const file = await fetchImage(context.context, address);
	return file && (await uploadImage(platformOf(context), file, param.label(name)));
}

/**
 * The Markdown with its images uploaded; one that the web does not have becomes a link.
 * @param name the parameter that holds the Markdown
 */
export async function withUploadedImages(context: ComposeContext, markdown: string, name: string): Promise<string> {
	const [uploaded = markdown] = await allWithUploadedImages(context, [markdown], name);
	return uploaded;
}

/** The same of several texts: an image that stands in more than one is uploaded once. */
export async function allWithUploadedImages(
	context: ComposeContext,
	texts: readonly string[],
	name: string,
): Promise<string[]> {
	const addresses = [...new Set(texts.flatMap(imagesOf).map(({ url }) => url))];
	const keys = new Map(
		await Promise.all(addresses.map(async (url) => [url, await imageKeyOf(context, url, name)] as const)),
	);
	return texts.map((text) => withImageKeys(text, keys));
}
