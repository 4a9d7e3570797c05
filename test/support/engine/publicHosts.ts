/** The platform's public hosts, which no test reaches: what n8n sends there comes to a simulator on this machine. */
import http, {
	type ClientRequest,
	type IncomingMessage,
	type OutgoingHttpHeaders,
	type RequestOptions,
} from 'node:http';
import https from 'node:https';

import type { Simulator } from '../../../simulator';

const COMPANY = 'open.company.example';

/** Where credentials of each kind of platform lead, and what a company's own lacks. */
export const REGIONS = {
	feishu: { where: { region: 'feishu' }, host: 'open.feishu.cn', lacks: [] as string[] },
	lark: { where: { region: 'lark' }, host: 'open.larksuite.com', lacks: [] as string[] },
	private: { where: { region: 'custom', baseUrl: `https://${COMPANY}` }, host: COMPANY, lacks: ['bot:getInfo'] },
};

/** As the simulator's settings call them. */
export type RegionName = keyof typeof REGIONS;

type Answered = (answer: IncomingMessage) => void;

export interface PublicHosts {
	/** Hosts that were asked, each once. */
	asked(): string[];
	/** Forgets them. */
	forget(): void;
	/** Lets the requests of this process go where they say again. */
	restore(): void;
}

/**
 * Leads requests by https to a simulator: those for `accounts.` to its accounts host, all others to its API. Everything
 * above the socket stays n8n's own.
 */
export function leadPublicHosts(simulator: () => Simulator): PublicHosts {
	const hosts = new Set<string>();
	const spy = jest.spyOn(https, 'request').mockImplementation(((options: RequestOptions, answered?: Answered) => {
		const host = String(options.hostname ?? options.host);
		hosts.add(host);
		const { url, accountsUrl } = simulator();
		// As a proxy tells it.
		const headers = { ...(options.headers as OutgoingHttpHeaders | undefined), 'x-forwarded-host': host };
		const { hostname, port } = new URL(host.startsWith('accounts.') ? accountsUrl : url);
		return http.request(
			{ ...options, headers, agent: undefined, protocol: 'http:', host: undefined, hostname, port },
			answered,
		) satisfies ClientRequest;
	}) as typeof https.request);
	return {
		asked: () => [...hosts].sort(),
		forget: () => hosts.clear(),
		restore: () => spy.mockRestore(),
	};
}
