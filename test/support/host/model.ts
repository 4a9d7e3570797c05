import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a chat model of the OpenAI form was asked. */
export interface Asked {
	messages: Array<{ role: string; content: unknown }>;
	tools?: Array<{ function: { name: string } }>;
}

/** What it answers: words, or the wish to use a tool. */
export type Said = string | { tool: string; parameters: object };

/** A chat model on this machine that knows its answers beforehand, for the nodes of n8n that want one. */
export class LocalModel {
	readonly asked: Asked[] = [];

	private constructor(private readonly server: Server) {}

	static async start(answer: Said | ((asked: Asked) => Said)): Promise<LocalModel> {
		const server = createServer((request, response) => {
			let body = '';
			request.on('data', (chunk) => (body += String(chunk)));
			request.on('end', () => {
				const asked = JSON.parse(body) as Asked;
				model.asked.push(asked);
				const said = typeof answer === 'function' ? answer(asked) : answer;
				response.setHeader('content-type', 'application/json');
				response.end(
					JSON.stringify({
						id: 'chatcmpl-local',
						object: 'chat.completion',
						created: 1,
						model: 'local',
						choices: [choiceOf(said)],
						usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
					}),
				);
			});
		});
		const model = new LocalModel(server);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return model;
	}

	/** For the credential's base URL. */
	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
	}

	async stop(): Promise<void> {
		await new Promise((resolve) => this.server.close(resolve));
	}
}

function choiceOf(said: Said) {
	if (typeof said === 'string')
		return { index: 0, finish_reason: 'stop', message: { role: 'assistant', content: said } };
	const call = { name: said.tool, arguments: JSON.stringify(said.parameters) };
	const tool_calls = [{ id: 'call_1', type: 'function', function: call }];
	return { index: 0, finish_reason: 'tool_calls', message: { role: 'assistant', content: null, tool_calls } };
}
