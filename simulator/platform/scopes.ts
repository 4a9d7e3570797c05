interface Scoped {
	/** null: every scope. */
	scopes: readonly string[] | null;
}

/** Whether one of the scopes is granted. */
export const hasScope = ({ scopes: granted }: Scoped, scopes: readonly string[]): boolean =>
	granted === null || scopes.some((scope) => granted.includes(scope));

/** To see and to give the user_ids of people. Source: every page with a `user_id_type`, under its field scopes */
export const USER_ID_SCOPES = ['contact:user.employee_id:readonly'];
