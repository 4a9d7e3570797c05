import type { Trouble } from '../../accounts/standing';
import { PlatformError } from '../../platform/envelope';

/** The older endpoints refuse with HTTP 200. Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/authen-v1/oidc-access_token/create */
const WORDS = {
	20001: 'Invalid request. Please check request param',
	20003: 'The code passed is invalid. Please note that the code could only be used once',
	20004: 'The code passed has expired. Please generate a new one',
	20007: 'Failed to generate a user access token. Please try again',
	20008: 'User not exist',
	20009: 'Tenant does not install app',
	20014: 'The app access token passed is invalid. Please check the value',
	20021: 'User resigned',
	20022: 'User frozen',
	20023: 'User not registered',
	20024:
		'App id in user_access_token or refresh_token diff with app id in app_access_token or tenant_access_token. Please keep the app id consistent',
	20026: 'The refresh token passed is invalid. Please check the value',
	20036: 'The grant_type passed is not supported',
	20037: 'The refresh token passed has expired. Please generate a new one',
	20038: 'The refresh token passed is not found. Please check the value',
	20042: 'App disabled',
	20046: 'Brand inconsistency',
} as const;

export const refused = (code: keyof typeof WORDS) => new PlatformError(code, WORDS[code], { http: 200 });

export const TROUBLES: Readonly<Record<Trouble, keyof typeof WORDS>> = {
	unknown: 20008,
	resigned: 20021,
	frozen: 20022,
	unregistered: 20023,
	notInstalled: 20009,
	unavailable: 20007,
};
