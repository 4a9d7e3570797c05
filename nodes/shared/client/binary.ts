import type { IBinaryData, IExecuteFunctions, IN8nHttpFullResponse } from 'n8n-workflow';

import { InputError } from '../../../feishu/input';
import type { ClientContext } from './context';
import { fileNameOf } from './fileNameOf';

export { fileNameOf };

type Readable = Awaited<ReturnType<IExecuteFunctions['helpers']['getBinaryStream']>>;

/** An answer whose body is a stream of bytes. */
export type BinaryAnswer = IN8nHttpFullResponse & { body: Readable };

/** A file that came with an input item. Its bytes are opened when needed, as often as needed. */
export interface InputFile {
	fileName: string;
	mimeType: string;
	/** Bytes. */
	size: number;
	/** The file as a part of a multipart body; big files stream from n8n's binary storage. */
	part(): Promise<Blob>;
}

/** The ends of names by which files of a type are opened, for what came without a name, as from code. */
const EXTENSIONS: Readonly<Record<string, string>> = {
	'application/pdf': 'pdf',
	'application/json': 'json',
	'application/zip': 'zip',
	'application/msword': 'doc',
	'application/vnd.ms-excel': 'xls',
	'application/vnd.ms-powerpoint': 'ppt',
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
	'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
	'audio/mpeg': 'mp3',
	'audio/ogg': 'ogg',
	'audio/opus': 'opus',
	'image/jpeg': 'jpg',
	'image/svg+xml': 'svg',
	'image/x-icon': 'ico',
	'text/markdown': 'md',
	'text/plain': 'txt',
};

/** These are called as their type is. */
const SAME_NAME = /^(?:image\/(?:png|gif|webp|bmp|tiff|heic)|video\/(?:mp4|webm)|audio\/wav|text\/(?:csv|html|xml))$/;

function nameless(extension: string | undefined, mimeType: string): string {
	const type = mimeType.split(';')[0]?.trim().toLowerCase() ?? '';
	const end = extension || EXTENSIONS[type] || (SAME_NAME.test(type) ? type.split('/')[1] : '');
	return end ? `file.${end}` : 'file';
}

/**
 * The file of an input item.
 * @param field the panel's name of the parameter that names it
 * @throws InputError when the item has no such file
 */
export async function inputFile(
	context: IExecuteFunctions,
	itemIndex: number,
	propertyName: string,
	field: string,
): Promise<InputFile> {
	const found = context.getInputData()[itemIndex]?.binary?.[propertyName];
	if (!found) {
		const others = Object.keys(context.getInputData()[itemIndex]?.binary ?? {});
		throw new InputError(
			field,
			`The item has no file in '${propertyName}'`,
			others.length > 0
				? `It has files in: ${others.join(', ')}. Put one of these names into '${field}'`
				: `Connect a node that gives a file, and put the name of its output field into '${field}'`,
		);
	}
	return await storedFile(context, context.helpers.assertBinaryData(itemIndex, propertyName));
}

/** A file that n8n keeps, on disk or in memory. */
export async function storedFile(context: IExecuteFunctions, binary: IBinaryData): Promise<InputFile> {
	const mimeType = binary.mimeType || 'application/octet-stream';
	const fileName = binary.fileName?.trim() || nameless(binary.fileExtension, mimeType);
	if (!binary.id) {
		const bytes = new Uint8Array(Buffer.from(binary.data, 'base64'));
		return {
			fileName,
			mimeType,
			size: bytes.length,
			part: async () => new File([bytes], fileName, { type: mimeType }),
		};
	}
	const id = binary.id;
	const { fileSize } = await context.helpers.getBinaryMetadata(id);
	return {
		fileName,
		mimeType,
		size: fileSize,
		part: async () =>
			new OpenedFile(async () => await context.helpers.getBinaryStream(id), fileSize, fileName, mimeType),
	};
}

/** A part whose bytes are read when they are sent, and copied nowhere. It goes into a form without a name of its own, which would copy it. */
class OpenedFile extends File {
	declare readonly size: number;

	constructor(
		private readonly open: () => Promise<AsyncIterable<unknown>>,
		size: number,
		fileName: string,
		mimeType?: string,
	) {
		super([], fileName, { type: mimeType });
		Object.defineProperty(this, 'size', { value: size });
	}

	/** Its parent holds nothing, so each way to the bytes goes through the storage. */
	override async arrayBuffer(): Promise<ArrayBuffer> {
		return await new Response(this.stream()).arrayBuffer();
	}

	override async bytes(): Promise<Uint8Array<ArrayBuffer>> {
		return new Uint8Array(await this.arrayBuffer());
	}

	override async text(): Promise<string> {
		return await new Response(this.stream()).text();
	}

	override stream(): ReturnType<File['stream']> {
		let chunks: AsyncIterator<unknown> | undefined;
		return new ReadableStream<Uint8Array<ArrayBuffer>>({
			pull: async (controller) => {
				chunks ??= (await this.open())[Symbol.asyncIterator]();
				const { done, value } = await chunks.next();
				if (done) controller.close();
				else controller.enqueue(new Uint8Array(value as Buffer));
			},
			cancel: async () => {
				await chunks?.return?.();
			},
		});
	}
}

/** Bytes of a chunk of what is in memory. */
const CHUNK = 65_536;

/** Bytes in memory as a part of a multipart body; a File of Node's would keep a copy of them outside of what is collected soon. */
export function bytesPart(bytes: Uint8Array<ArrayBuffer>, fileName: string): File {
	const chunks = async function* () {
		for (let at = 0; at < bytes.length; at += CHUNK) yield await Promise.resolve(bytes.subarray(at, at + CHUNK));
	};
	return new OpenedFile(async () => await Promise.resolve(chunks()), bytes.length, fileName);
}

/** Stores a download under the name and type that the answer gives. */
export async function storeAnswer(
	context: ClientContext,
	answer: BinaryAnswer,
	fileName?: string,
): Promise<IBinaryData> {
	if (!('prepareBinaryData' in context.helpers)) throw new Error('Files can be downloaded in a running workflow only');
	const type = String(answer.headers['content-type'] ?? '')
		.split(';')[0]
		?.trim();
	const name = fileName || fileNameOf(answer);
	const known = type && type !== 'application/octet-stream' ? type : undefined;
	return await context.helpers.prepareBinaryData(answer.body, name, known);
}

/** The first and the last bytes of a file; no more of it is kept. @param most bytes of each */
export async function endsOf(file: InputFile, most: { head: number; tail: number }) {
	let head = Buffer.alloc(0);
	const last: Uint8Array[] = [];
	let kept = 0;
	for await (const chunk of (await file.part()).stream() as unknown as AsyncIterable<Uint8Array>) {
		if (head.length < most.head) head = Buffer.concat([head, chunk.subarray(0, most.head - head.length)]);
		last.push(chunk);
		kept += chunk.length;
		while (last.length > 1 && kept - (last[0]?.length ?? 0) >= most.tail) kept -= last.shift()?.length ?? 0;
	}
	const tail = Buffer.concat(last);
	return { head, tail: tail.subarray(Math.max(0, tail.length - most.tail)) };
}

/** Reads a body to its end as text, whether it came as text, bytes or a stream. */
export async function bodyText(body: unknown): Promise<string> {
	if (typeof body === 'string') return body;
	if (Buffer.isBuffer(body)) return body.toString('utf8');
	if (isStream(body)) {
		const chunks: Buffer[] = [];
		for await (const chunk of body) chunks.push(Buffer.from(chunk as Uint8Array));
		return Buffer.concat(chunks).toString('utf8');
	}
	return body === undefined || body === null ? '' : JSON.stringify(body);
}

/** All bytes of a stream; undefined, and the rest left unread, when they are none or more than the limit. */
export async function bytesUpTo(body: unknown, limit: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
	if (!isStream(body)) return undefined;
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of body) {
		const bytes = Buffer.from(chunk as Uint8Array);
		size += bytes.length;
		if (size > limit) return undefined;
		chunks.push(bytes);
	}
	return size === 0 ? undefined : new Uint8Array(Buffer.concat(chunks));
}

function isStream(body: unknown): body is Readable {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}
