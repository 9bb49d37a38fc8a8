/**
 * Terms that name what is offered, not who offers it: hosts and titles of scams and of honest sites are made of them
 * alike. From the hosts of the Vietnamese blocklists and the forms of scam. Vietnamese names are made of the same
 * syllables ("Bình Minh"), so terms of two syllables and more stand together, between commas.
 */
const TERMS = `
the,and,com,net,org,www,app,web,site,page,online,shop,store,mobile,portal,group,global,world,international,service,
center,support,help,care,update,verify,secure,login,account,official,express,cargo,post,gift,lucky,win,bonus,event,promo,
free,vip,pro,plus,top,new,hot,crypto,coin,exchange,trade,invest,capital,fund,finance,loan,credit,job,task,work,mart,bank,
pay,wallet,card,claim,reward,token,viet nam,viet,vietnam,vn,dang nhap,dang ky,dang,ngan hang,cong ty,tin tuc,trang chu,
dich vu,tra cuu,xac thuc,xac minh,xac nhan,nhan tien,nhan qua,nhan thuong,nhan,nhan vien,tien,qua tang,qua,tang,
khuyen mai,khuyen hoc,binh chon,binh luan,vay,vay tien,vay von,gia,mien phi,phi,hoan thue,hoan tien,hoan phi,hoan,thue,
phat nguoi,phat,nop phat,nop,nguoi,dien thoai,dien luc,dien,tien dien,nuoc,nang cap,nang hang,nang,sim,don hang,don,
giao hang,ho tro,thanh toan,tuyen dung,viec lam,lam viec,viec,combo,thu hoi,thu,hoi,lua dao,xo so,kien thiet,quoc te,
quoc gia,trung tam,ho so,he thong,tiep nhan,tiep,phan hoi,phan,cap nhat,cap,bao mat,bao hiem,bao,an toan,an ninh,
dinh danh,dia chi,moi gioi,muc,dan,giai,giai ngan,giai thuong,xu ly,khieu nai,uy ban,uy quyen,phong ban,chi nhanh,van dai,van phong,
chinh hang,chinh thuc,re,uu dai,giam gia,giam,khach hang,khach,thong tin,thong bao,thong,tin,du lich,ve may bay,ve,
hoc truc tuyen,truc tuyen,hoc phi,hoc bong,du hoc,nhap hoc,tuyen sinh,hoc,tai chinh,tin dung,hoi vien,dan cu,tai lieu,chuan hoa,dau tu,chung khoan,vang,bat dong san,san,nhiem vu,danh may,tim viec,giao dich,phai sinh,kinh doanh,ho kinh doanh,mua tai,thiep,cuoi,kiem tra,buu kien,buu pham,hai quan,hq,thuong,quay so,
so,kiem tien,kiem,nhanh,lo,xe,mo khoa,mo,khoa,the,han muc,han,moi,ket noi,quy tu thien,quy,tu thien,gop,ung ho,ung dung,
sinh vien,hoc sinh,ha noi,sai gon,hcm,tphcm,da nang,nha trang,phu quoc,da lat,sapa,hue,can tho,ha long,hai phong,mien bac,
mien tay,mien,quy nhon,vung tau,cskh,dvc,dvcqg,tthc,csgt,gplx,bhxh,bhyt,bhtn,cccd,cmnd,can cuoc,cong dan,cic,tnhh,ctcp,
otp,kyc,usd,usdt,nft,id,tv,my,me,us,uk,go,canh bao,khan cap,loi may tinh,may tinh,virus,windows,ky thuat,bao ve,cuu,vi,tra,
sau,truoc,huong,khoan,ngay,hom nay,trong,cua,va,cho,voi,tai,tu,nam,thang,tai khoan,khoa hoc,trang,sach,
cong,tinh,thanh pho,xa,phuong,dai hoc,truong,lop,bo,cuc,chi
`
  .split(",")
  .map((term) => term.trim());
const COMMON: ReadonlySet<string> = new Set(TERMS);
const LONGEST_TERM = 3;

/** Of a name's words, folded, those that belong to no common term; numbers are common. */
export function uncommonWords(words: readonly string[]): string[] {
  const left: string[] = [];
  for (let at = 0; at < words.length; ) {
    let length = LONGEST_TERM;
    while (length > 0 && !COMMON.has(words.slice(at, at + length).join(" "))) length--;
    const word = words[at] ?? "";
    if (length === 0 && !/^\d+$/.test(word)) left.push(word);
    at += Math.max(length, 1);
  }
  return left;
}
