/** Why a post is refused, with what the owner of the app can do about it. No sentence holds anything secret. */
export const REFUSALS = {
	malformed: 'The body is not a Feishu event',
	not_configured:
		'The credential has neither an Encrypt Key nor a Verification Token. Copy one from Events & Callbacks > Encryption Strategy in the developer console',
	encrypt_key_missing:
		'The body is encrypted, but the credential has no Encrypt Key. Copy it from Events & Callbacks > Encryption Strategy in the developer console',
	verification_token_missing:
		'A legacy card callback needs the Verification Token in the credential. Copy it from Events & Callbacks > Encryption Strategy in the developer console',
	not_encrypted:
		'The credential has an Encrypt Key, but the body is not encrypted. Set the same Encrypt Key in the developer console, or remove it from the credential',
	signature:
		'The signature is missing or wrong. Compare the Encrypt Key and the Verification Token of the credential with the developer console',
	stale: 'The event is too old. If it is not, check the clock of the n8n server',
	verification_token:
		'The Verification Token is wrong. Compare the one in the credential with Events & Callbacks > Encryption Strategy in the developer console',
	other_app: 'The event belongs to another app than the credential',
} as const;

export type RefusalReason = keyof typeof REFUSALS;
