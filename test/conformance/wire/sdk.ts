import { createReadStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { AppType, Client, withHelpDeskCredential, withUserAccessToken } from '@larksuiteoapi/node-sdk';

import { SilentLogger } from '../../support/conformance/harness';
import { HELPDESK, HELPDESK_HEADER, type Call, type Caller } from './generate';
import type { Result } from './outcome';
import { USER_TOKEN, type Recorder } from './recorder';

interface Payload {
	path: Record<string, unknown>;
	params: Record<string, unknown>;
	data: Record<string, unknown>;
	headers: Record<string, string>;
}

type Options = ReturnType<typeof withUserAccessToken>;

type Method = (payload: Payload, options?: Options) => Promise<unknown>;

/** The official SDK as a caller. */
export class SdkCaller {
	private readonly client: Client;

	private readonly folder = mkdtempSync(join(tmpdir(), 'feishu-conformance-'));

	constructor(private readonly recorder: Recorder) {
		this.client = new Client({
			appId: 'cli_conformance',
			appSecret: 'not-a-secret',
			domain: recorder.origin,
			appType: AppType.SelfBuild,
			logger: SilentLogger,
			helpDeskId: HELPDESK.id,
			helpDeskToken: HELPDESK.token,
		});
	}

	async call(call: Call, caller: Caller): Promise<Result> {
		const { path, query, body } = call.request;
		try {
			const payload = {
				path,
				params: query,
				data: { ...body, ...this.streams(call) },
				headers: { ...call.headers, ...this.recorder.headersFor(call.index) },
			};
			const method = methodAt(this.client, call.endpoint.sdk);
			const answer = await method(payload, optionsFor(call, caller));
			return call.endpoint.download ? { bytes: await buffer((answer as Download).getReadableStream()) } : {};
		} catch (error) {
			return { error: String(error) };
		}
	}

	close(): void {
		rmSync(this.folder, { recursive: true, force: true });
	}

	/** As files on disk: the SDK takes a part's file name from there. */
	private streams({ index, files }: Call): Record<string, Readable> {
		const opened = Object.entries(files).map(([name, { bytes, fileName = name }]) => {
			const folder = join(this.folder, `${index}-${name}`);
			mkdirSync(folder);
			writeFileSync(join(folder, fileName), bytes);
			return [name, createReadStream(join(folder, fileName))] as const;
		});
		return Object.fromEntries(opened);
	}
}

/** The SDK's own `withAll` loses them: they stand under symbols. */
function optionsFor({ endpoint }: Call, caller: Caller): Options {
	return {
		lark: {
			...(endpoint.headers?.includes(HELPDESK_HEADER) && withHelpDeskCredential().lark),
			...(caller === 'person' && withUserAccessToken(USER_TOKEN).lark),
		},
	};
}

interface Download {
	getReadableStream(): Readable;
}

function methodAt(client: Client, dotted: string): Method {
	const names = dotted.split('.');
	const owner = names.slice(0, -1).reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], client);
	return (owner as Record<string, Method>)[names.at(-1) ?? ''] as Method;
}
