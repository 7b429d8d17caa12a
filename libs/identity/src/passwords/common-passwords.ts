/**
 * The passwords of at least eight characters that show up first in every list of leaked ones, in lower case. Shorter ones
 * are refused for their length. It is a sieve for the worst, not a dictionary.
 */
const sequences = `
  00000000 000000000 0000000000 01234567 012345678 0123456789 0987654321 11111111 111111111 1111111111 11112222 11223344
  1122334455 112233445566 12121212 1212121212 123123123 12312312 123123123123 12341234 1234512345 123456123456 12345678
  123456789 1234567890 12345678901 123456789012 12345678910 1234567891 123456781 1234567800 12345679 123456987 12344321
  1234554321 123454321 123321123 123321123321 147258369 147852369 159753159 159357258 1qaz2wsx 1qaz2wsx3edc 1qazxsw2
  1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1a2b3c4d 1a2s3d4f 20202020 22222222 222222222 23232323 31415926 314159265
  33333333 36925814 44444444 456456456 55555555 555555555 5555555555 66666666 666666666 69696969 74108520 741852963 77777777
  777777777 7777777777 78945612 789456123 7894561230 78787878 87654321 88888888 888888888 8888888888 963852741 98765432
  987654321 9876543210 99999999 999999999 9999999999 99887766 a1b2c3d4 a1b2c3d4e5 a1s2d3f4 aaaaaaaa aaaaaaaaa aaaaaaaaaa
  ab123456 abc12345 abc123456 abc123456789 abcabcabc abcd1234 abcd12345 abcd123456 abcde12345 abcdef123 abcdefgh abcdefghi
  abcdefghij aa123456 aa12345678 a1234567 a12345678 a123456789 as123456 asd123456 asdasdasd asdf1234 asdfasdf asdfghjk
  asdfghjkl asdfghjkl1 asdfjkl; asdqwe123 az123456 azerty123 azertyui azertyuiop bbbbbbbb zzzzzzzz xxxxxxxx ssssssss
  q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 qazwsx12 qazwsx123 qazwsxed qazwsxedc qqqqqqqq qwaszx12 qwe12345 qwe123456 qweasd123
  qweasdzx qweasdzxc qweqwe123 qweqweqwe qwer1234 qwer12345 qwert123 qwert1234 qwert12345 qwerty11 qwerty12 qwerty123
  qwerty1234 qwerty12345 qwerty123456 qwertyui qwertyuiop qwertyuiop1 qwertzuiop qwertyqwerty zaq12wsx zaq1xsw2 zaq1zaq1
  zxc12345 zxcvbnm1 zxcvbnm12 zxcvbnm123 zxcvbnm, zxczxczxc zxcv1234 poiuytrewq lkjhgfdsa mnbvcxz1 !qaz2wsx !qaz@wsx
  1234qwer 12qwaszx 123qweasd 123qweasdzxc 123qwe123 123456qwe 123456qwerty 123456abc 123456aa 1234abcd 12345abc 12345qwert
`;

const words = `
  password password! password0 password00 password01 password1 password1! password10 password11 password12 password12!
  password123 password123! password1234 password12345 password2 password21 password22 password3 password4 password5
  password6 password69 password7 password8 password88 password9 password99 password! password@1 password@123 password.1
  passw0rd passw0rd! passw0rd1 passw0rd123 p@ssw0rd p@ssw0rd1 p@ssw0rd! p@ssw0rd123 p@ssword p@ssword1 p@ssword123 pa$$w0rd
  pa$$word pa55word pa55w0rd passwort passwort1 passwordpassword mypassword mypassword1 yourpassword thepassword nopassword
  newpassword newpass1 changeme changeme1 changeme123 changemenow changeit letmein1 letmein! letmein12 letmein123 letmeinn
  welcome1 welcome! welcome12 welcome123 welcome1234 welcome2 welcome01 welcome@1 welcome@123 default1 defaultpassword
  secret12 secret123 secretpassword topsecret access14 accessdenied administrator administrador admin123 admin1234
  admin12345 admin123456 admin@123 adminadmin admin2020 admin2021 admin2022 admin2023 admin2024 admin2025 admin2026 root1234
  rootroot toor1234 superuser superman superman1 batman123 spiderman ironman1 starwars starwars1 startrek trustno1 trustno1!
  iloveyou iloveyou! iloveyou1 iloveyou12 iloveyou123 iloveyou2 iloveu12 iloveme1 ilovegod iloveyou3 loveyou1 lovelove
  loveme12 lovely123 princess princess1 princess12 princess123 sunshine sunshine1 sunshine12 sunshine123 football football1
  football12 football123 baseball baseball1 baseball12 basketball basketball1 softball volleyball hockey123 soccer12 soccer123
  michael1 michael123 michelle michelle1 jennifer jennifer1 jessica1 jessica12 jonathan jordan23 jordan123 charlie1 charlie123
  christian christopher daniel12 daniel123 danielle elizabeth alexander alexandra alejandro alejandra andrea123 anthony1
  anthony123 ashley12 ashley123 benjamin brandon1 caroline catherine cristina fernando francisco gabriel1 gabriela
  guillermo isabella jackson1 margarita maria123 mariana1 marlboro matthew1 maverick mercedes midnight monica123 nathan12
  nicholas nicole12 patricia patrick1 rebecca1 ricardo1 roberto1 samantha samantha1 savannah sebastian stephanie thomas123
  valentina veronica victoria victoria1 vanessa1 william1 butterfly butterfly1 chocolate chocolate1 computer computer1
  corvette creative december diamond1 dolphin1 dolphins dragon12 dragon123 dragonfly drowssap einstein elephant estrella
  eminem12 facebook facebook1 fuckyou1 fuckyou! fuckyou2 fuckyou123 fuckoff1 garfield gateway1 godzilla goldfish google123
  hahahaha hannah12 hardcore hello123 hello1234 hello12345 hellohello helloworld helloworld1 internet internet1 infinity
  jesus123 jesuschrist jesus777 killer12 killer123 kingkong lakers24 liverpool liverpool1 chelsea1 arsenal1 barcelona
  barcelona1 realmadrid manchester manutd123 manunited juventus1 corazon1 teamomucho teamo123 tequiero tequiero1 teamomas
  contrasena contraseña contrasena1 contraseña1 contraseña123 contrasena123 micontrasena micontraseña mexico123 colombia
  colombia1 colombia123 argentina venezuela españa123 bogota123 ecuador1 america1 futbol123 familia1 amorcito mariposa
  mariposa1 primavera naruto123 natasha1 nintendo nintendo64 nirvana1 pa55wd00 panasonic paradise penguin1 peanut12 phoenix1
  playboy1 playstation pokemon1 pokemon12 pokemon123 minecraft minecraft1 fortnite fortnite1 roblox123 porsche1 purple12
  qwerasdf raiders1 rainbow1 rockstar rockyou1 rush2112 scorpion scooter1 shadow12 shadow123 shithead slipknot slipknot1
  snowball snoopy12 spongebob spongebob1 sporting1 steelers sweetheart swordfish tennis12 testtest test1234 test12345
  test123456 testing1 testing123 thunder1 tinkerbell trinity1 tweety12 twilight vampire1 warcraft warrior1 whatever whatever1
  wildcats windows1 winston1 wolverine wrestling yankees1 zachary1 samsung1 samsung123 iphone123 apple123 microsoft
  summer12 summer123 summer2020 summer2021 summer2022 summer2023 summer2024 summer2025 summer2026 winter12 winter123
  winter2020 winter2021 winter2022 winter2023 winter2024 winter2025 winter2026 spring2024 spring2025 spring2026 autumn2024
  autumn2025 autumn2026 january1 february september october1 november monday12 sunday12 guest123 guestguest user1234
  user12345 demo1234 demodemo temp1234 temppass temporary temporal1 business cashier1 customer customer1 employee shopping
  plaza123 plaza1234 plazaplaza ukraine1 ukraina1 slavaukraini kyiv2022 пароль12 пароль123 йцукенгш йцукен123 кохання1
`;

export const commonPasswords: ReadonlySet<string> = new Set(`${sequences} ${words}`.trim().split(/\s+/));
