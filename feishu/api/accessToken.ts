import { InputError, pasted } from '../input';
import type { JsonObject } from '../json';
import { isTokenRefused } from './call';
import { readAnswer } from './envelope';
import { openApiOrigin, type Region, type RegionChoice } from './regions';
import { refusedToken, type Send } from './tokens';

/** Whose tokens there are: of an app in an organization, of the app itself, of a person. */
export type TokenKind = 'tenant' | 'app' | 'user';

/** A token that somebody brought along. */
export interface AccessToken extends RegionChoice {
	kind: TokenKind;
	token: string;
}

/** Reads the fields of a credential. "Bearer", which is often copied along, is left out. @throws InputError when it is empty */
export function readAccessToken(credential: JsonObject): AccessToken {
	const token = pasted(credential.accessToken).replace(/^Bearer\s+/i, '');
	if (token === '') {
		throw new InputError(
			'Access Token',
			"The 'Access Token' of the credential is empty",
			'Enter a token, or use another credential, which gets tokens by itself',
		);
	}
	return {
		kind: (pasted(credential.kind) || 'tenant') as TokenKind,
		token,
		region: (pasted(credential.region) || 'feishu') as Region,
		baseUrl: pasted(credential.baseUrl),
	};
}

/** An endpoint that a token of each kind reaches, or that says first when it is none. */
const TRIED_WITH: Readonly<Record<TokenKind, string>> = {
	tenant: '/open-apis/bot/v3/info',
	app: '/open-apis/bot/v3/info',
	user: '/open-apis/authen/v1/user_info',
};

/** Of the endpoint of persons, which has codes of its own. @see https://open.feishu.cn/document/server-docs/authentication-management/login-state-management/get */
const PERSON_REFUSED: ReadonlySet<number> = new Set([20005, 20006, 20008, 20021, 20022, 20023]);

/**
 * Asks the platform whether it takes the token. That the app lacks a scope, or the endpoint takes another kind of token, is no
 * fault of the token.
 * @throws TokenError
 */
export async function tryAccessToken({ kind, token, ...choice }: AccessToken, send: Send): Promise<void> {
	const answer = await send({
		method: 'GET',
		url: `${openApiOrigin(choice)}${TRIED_WITH[kind]}`,
		headers: { Authorization: `Bearer ${token}` },
	});
	const outcome = readAnswer(answer);
	if (outcome.ok) return;
	const { failure } = outcome;
	const isOfKind = kind !== 'app' || failure.code !== 99991663;
	if (failure.kind !== 'code' || PERSON_REFUSED.has(failure.code ?? 0) || (isTokenRefused(failure) && isOfKind)) {
		throw refusedToken(failure);
	}
}
