/** An e-mail address; it may break after its "@" on a narrow page. */
export function ShownAddress({ email }: { email: string }) {
  const at = email.lastIndexOf("@") + 1;
  return (
    <strong>
      <bdi>
        {email.slice(0, at)}
        <wbr />
        {email.slice(at)}
      </bdi>
    </strong>
  );
}
