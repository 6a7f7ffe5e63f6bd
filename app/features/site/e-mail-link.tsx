/** An e-mail address to write to, which may break after its "@". */
export function EMailLink({ address }: { address: string }) {
  const at = address.lastIndexOf("@") + 1;
  return (
    <a href={`mailto:${address}`}>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </a>
  );
}
