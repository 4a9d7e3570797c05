import { createHash } from 'node:crypto';
import type { Simulator } from '../../../simulator';

export const REDIRECT = 'https://n8n.example.com/rest/oauth2-credential/callback';
export const VERIFIER = 'a-verifier-of-a-login-which-is-long-enough-43';
export const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

export interface TokenAnswer {
	status: number;
	type: string;
	body: Record<string, unknown>;
}

type Fields = Record<string, string>;

/** A product that people sign in to, by plain HTTP. */
export class Login {
	constructor(
		readonly simulator: Simulator,
		private readonly client: { id: string; secret: string } = {
			id: simulator.appId,
			secret: simulator.appSecret,
		},
	) {}

	/** The address that a person is sent to. */
	address(query: Fields = {}): string {
		const asked = new URLSearchParams({
			client_id: this.client.id,
			response_type: 'code',
			redirect_uri: REDIRECT,
			state: 'a state',
			...query,
		});
		return `${this.simulator.accountsUrl}/open-apis/authen/v1/authorize?${asked.toString()}`;
	}

	/** A person's answer in the browser; gives where it leads. */
	async decide(query: Fields = {}, answer: Fields = {}): Promise<URL> {
		const open_id = this.simulator.store.users.keys().next().value ?? '';
		const { status, headers } = await this.post(this.address(query), { open_id, decision: 'allow', ...answer });
		if (status !== 302) throw new Error(`The page answers ${status}`);
		return new URL(headers.get('location') ?? '');
	}

	async code(query: Fields = {}, answer: Fields = {}): Promise<string> {
		return (await this.decide(query, answer)).searchParams.get('code') ?? '';
	}

	/** At the endpoint of the API's host, by JSON. */
	token(fields: Fields, { form = false, headers = {} }: { form?: boolean; headers?: Fields } = {}) {
		const credentials: Fields = headers.authorization
			? {}
			: { client_id: this.client.id, client_secret: this.client.secret };
		return tokenAt(
			`${this.simulator.url}/open-apis/authen/v2/oauth/token`,
			{ ...credentials, ...fields },
			form,
			headers,
		);
	}

	/** What a consent ends with. */
	async signIn(scope = 'offline_access', answer: Fields = {}): Promise<Fields> {
		const code = await this.code({ scope }, answer);
		return (await this.token({ grant_type: 'authorization_code', code })).body as Fields;
	}

	refresh(refresh_token: string | undefined, fields: Fields = {}) {
		return this.token({ grant_type: 'refresh_token', refresh_token: refresh_token ?? '', ...fields });
	}

	private post(url: string, form: Fields) {
		return fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
	}
}

export async function tokenAt(url: string, fields: Fields, form = false, headers: Fields = {}): Promise<TokenAnswer> {
	const response = await fetch(url, {
		method: 'POST',
		headers: form ? headers : { 'content-type': 'application/json; charset=utf-8', ...headers },
		body: form ? new URLSearchParams(fields) : JSON.stringify(fields),
	});
	return {
		status: response.status,
		type: response.headers.get('content-type') ?? '',
		body: (await response.json()) as Record<string, unknown>,
	};
}
