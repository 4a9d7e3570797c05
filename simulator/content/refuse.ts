import { PlatformError } from '../platform/envelope';

/** 230001 with the part of the request that is wrong. */
export const invalidContent = (ext: string) =>
	new PlatformError(230001, `Your request contains an invalid request parameter, ext=${ext}.`);

/** 230099: the card service's own code stands inside the message. */
export const cardFailure = (code: number, message: string, value = '') =>
	new PlatformError(
		230099,
		`Failed to create card content, ext=ErrCode: ${code}; ErrMsg: ${message}; ErrorValue: ${value}; `,
	);
