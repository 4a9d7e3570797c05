import type { IDataObject } from 'n8n-workflow';

import {
	DEFAULT_CLIENT_OPTIONS,
	FeishuClient,
	type CallRequest,
	type ListRequest,
} from '../../../nodes/shared/client/client';

/** A call as an operation makes it; a form is built as it would be sent. */
export interface Call extends Omit<CallRequest, 'form'> {
	endpoint: string;
	form?: Record<string, unknown>;
}

type Answer = object | ((call: Call) => object);

/** A client that keeps the calls, and answers each endpoint with what a test says. */
export function recordingClient(answers: Record<string, Answer> = {}): { feishu: FeishuClient; calls: Call[] } {
	const calls: Call[] = [];
	const keep = async (endpoint: string, request: CallRequest | ListRequest = {}): Promise<unknown> => {
		const { form, ...rest } = request;
		const call: Call = { endpoint, ...rest, ...(form && { form: Object.fromEntries(await form()) }) };
		calls.push(call);
		const answer = answers[endpoint] ?? {};
		return typeof answer === 'function' ? (answer as (call: Call) => object)(call) : answer;
	};
	const feishu = {
		options: { ...DEFAULT_CLIENT_OPTIONS, privateAddresses: true },
		tokenKinds: async () => await Promise.resolve(['tenant', 'app'] as const),
		isPerson: async () => await Promise.resolve(false),
		consoleUrl: async () => await Promise.resolve(undefined),
		origin: async (host = 'open') => await Promise.resolve(`https://${host}.feishu.cn`),
		sender: async () => await Promise.resolve({ origin: 'https://open.feishu.cn', appId: 'cli_fake' }),
		call: keep,
		list: keep as (endpoint: string, request: ListRequest) => Promise<IDataObject[]>,
		records: FeishuClient.prototype.records,
		download: keep,
	};
	return { feishu: feishu as unknown as FeishuClient, calls };
}
