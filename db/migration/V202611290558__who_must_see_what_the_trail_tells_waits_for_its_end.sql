-- Whoever stores what they have seen of everybody's figures holds the end of the trail before they look: nobody's change, which
-- ends with its line, comes in between. With the rights of the tables' owner, as the program may not lock the chain itself.
create function hold_audit_chain() returns void language plpgsql security definer set search_path from current as $$
begin
    perform from audit_chain for update;
end $$;
