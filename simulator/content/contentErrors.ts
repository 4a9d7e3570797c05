import { PlatformError } from '../platform/envelope';

/** 230001 with the part of the request that is wrong. */
export const invalidContent = (ext: string) =>
	new PlatformError(230001, `Your request contains an invalid request parameter, ext=${ext}.`);

/** A content that is not what its type asks for. */
export const wrongFormat = (msgType: string) =>
	invalidContent(`invalid message content, the content format of the ${msgType} type is incorrect`);

/** The card service's refusal in words, with its own code. */
export const cardExt = (code: number, message: string, value = '', path = '') =>
	`ErrCode: ${code};${path && ` ErrPath: ${path};`} ErrMsg: ${message}; ErrorValue: ${value}; `;

/** 230099: the card service's own code stands inside the message. */
export const cardFailure = (code: number, message: string, value = '', path = '') =>
	new PlatformError(230099, `Failed to create card content, ext=${cardExt(code, message, value, path)}`);
