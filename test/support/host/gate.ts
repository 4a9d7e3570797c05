import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { INode } from 'n8n-workflow';

/** Holds executions until as many as are expected have come, and then lets all of them go on at once, each with items. */
export class Gate {
	private waiting: ServerResponse[] = [];

	private constructor(
		private readonly server: Server,
		private readonly executions: number,
		private readonly items: readonly object[],
	) {}

	static async start({ executions, items }: { executions: number; items: readonly object[] }): Promise<Gate> {
		const server = createServer((_request, response) => gate.come(response));
		const gate = new Gate(server, executions, items);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return gate;
	}

	/** The step that waits, and gives the items. */
	get step(): Pick<INode, 'name' | 'type' | 'typeVersion' | 'parameters'> {
		const url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
		return { name: 'Gate', type: 'n8n-nodes-base.httpRequest', typeVersion: 4.2, parameters: { url } };
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private come(response: ServerResponse): void {
		this.waiting.push(response);
		if (this.waiting.length < this.executions) return;
		const body = JSON.stringify(this.items);
		for (const one of this.waiting.splice(0)) one.setHeader('content-type', 'application/json').end(body);
	}
}
